package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;

/** Files of inquiries, each erased when its time has come. One that is held is no task meanwhile. */
@ApplicationScoped
class InquiryErasureQueue {

    private static final TaskTable TABLE = TaskTable.named("inquiry_erasure").returning("inquiry_id");

    private final TaskQueue<InquiryErasureTask> tasks;

    InquiryErasureQueue(DataSource pool, InquiryErasureWorkersConfig config) {
        this.tasks = new TaskQueue<>(pool, TABLE, config, InquiryErasureQueue::task);
    }

    TaskQueue<InquiryErasureTask> tasks() {
        return tasks;
    }

    /** @throws LeaseLostException when another replica may have it */
    void erased(InquiryErasureTask task) {
        tasks.end(task, "state = 'DONE'");
    }

    /** @throws LeaseLostException when another replica may have it */
    void held(InquiryErasureTask task) {
        tasks.end(task, "state = 'HELD', lost_leases = 0");
    }

    private static InquiryErasureTask task(ResultSet row) throws SQLException {
        return new InquiryErasureTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("inquiry_id", UUID.class));
    }
}
