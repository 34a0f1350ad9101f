package folioscope.skeleton;

import java.util.Map;

import folioscope.skeleton.c.ModelReader;

/** Reads a file of the model, or a scenario: whole C files, whose conditionals are decided. */
public final class ModelText {

    private ModelText() {
    }

    /**
     * Reads one file.
     *
     * @param path the file's name in origins
     * @param text the file
     * @param defines object-like macros that decide the file's conditionals, such as {@code LINUX_VERSION_CODE} as a
     *        number; {@code KERNEL_VERSION(a,b,c)} is always defined
     * @return what the file declares; every origin has {@link Origin.Side#MODEL} and the true line of the file
     */
    public static ReadUnit read(String path, String text, Map<String, String> defines) {
        return ModelReader.read(path, text, defines);
    }
}
