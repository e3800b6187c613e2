package ma.balagh.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class Samples {

    private final Jdbi jdbi;

    Samples(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    public UUID create(String name) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("insert into sample (id, name) values (:id, :name)")
                .bind("id", id)
                .bind("name", name)
                .execute());
        return id;
    }

    public void createTwins(UUID id) {
        jdbi.useHandle(handle -> handle.execute("insert into sample (id, name) values (?, 'a'), (?, 'b')", id, id));
    }

    public void requireVisible(UUID id) {
        boolean visible = jdbi.withHandle(handle -> handle.createQuery("select true from sample where id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
        if (!visible) {
            throw CommonProblem.notFound("the sample");
        }
    }

    @Transactional
    public void hide(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from sample where id = ?", id));
    }

    public int count(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from sample where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one());
    }

    public List<UUID> page(PageRequest page, String name) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id from sample
                        where name = :name and id < :after
                        order by id desc
                        limit :fetch
                        """)
                .bind("name", name)
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .mapTo(UUID.class)
                .list());
    }

    public Optional<String> fetchWithAJurisdictionLike(Jurisdictions jurisdictions, String code) {
        return jdbi.withHandle(handle -> handle.createQuery("select :code where :code like any(:jurisdictions)")
                .bind("code", code)
                .bindArray("jurisdictions", String.class, jurisdictions.patterns())
                .mapTo(String.class)
                .findOne());
    }

    public void fail() {
        jdbi.useHandle(handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())"));
    }
}
