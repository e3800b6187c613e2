import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An agent for Maven's JVM, so that Quarkus writes the same in each build (docs/adr/030-images-of-debian-packages.md). */
final class OneByOne implements ClassFileTransformer {

    private static final ClassDesc EXECUTORS = ClassDesc.of(Executors.class.getName());
    private static final ClassDesc RANDOM = ClassDesc.of(Random.class.getName());
    private static final ClassDesc EXECUTOR = ClassDesc.of(ExecutorService.class.getName());

    private OneByOne() {}

    public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
        instrumentation.addTransformer(new OneByOne(), true);
        instrumentation.retransformClasses(
                Class.forName("java.util.ImmutableCollections").getNestMembers());
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null) {
            return null;
        }
        if (name.equals("io/quarkus/builder/BuildContext")) {
            return changed(bytes, "getExecutor", OneByOne::anotherThread);
        }
        if (name.equals("net/bytebuddy/utility/RandomString")) {
            return changed(bytes, null, OneByOne::oneSeed);
        }
        return name.startsWith("java/util/ImmutableCollections") ? changed(bytes, null, OneByOne::oneOrder) : null;
    }

    private static byte[] changed(byte[] bytes, String method, CodeTransform change) {
        var classes = ClassFile.of();
        return classes.transformClass(
                classes.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        model -> method == null || model.methodName().equalsString(method), change));
    }

    /**
     * Steps run on one thread. Those that hand tasks to the same pool and wait for them would wait for ever: their tasks
     * get one of their own, which finds the step's classes, as Hibernate's proxies need it.
     */
    private static void anotherThread(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            code.pop().invokestatic(EXECUTORS, "newSingleThreadExecutor", MethodTypeDesc.of(EXECUTOR));
        }
        code.with(element);
    }

    /** Set.of and Map.of iterate in an order that each JVM draws anew. */
    private static void oneOrder(CodeBuilder code, CodeElement element) {
        if (element instanceof FieldInstruction field && field.opcode() == Opcode.GETSTATIC) {
            if (field.name().equalsString("SALT32L")) {
                code.lconst_0();
                return;
            }
            if (field.name().equalsString("REVERSE")) {
                code.iconst_0();
                return;
            }
        }
        code.with(element);
    }

    /** Byte Buddy ends the names of what it adds to a class with random letters. */
    private static void oneSeed(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.owner().asSymbol().equals(RANDOM)
                && call.typeSymbol().equals(MethodTypeDesc.of(ConstantDescs.CD_void))
                && call.name().equalsString(ConstantDescs.INIT_NAME)) {
            code.lconst_0()
                    .invokespecial(
                            RANDOM,
                            ConstantDescs.INIT_NAME,
                            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
            return;
        }
        code.with(element);
    }
}
