package folioscope.model.check;

import folioscope.model.merge.Agreement;
import folioscope.skeleton.Origin;
import java.util.List;

/**
 * How a function of the model stands to the kernel's.
 *
 * @param model where the model has it
 * @param kernel where the tree has it; {@link Origin#NONE} if it was not found
 * @param same how many words about the life of a page both have
 * @param differences what only one of them has
 */
public record FunctionCheck(String name, Status status, Origin model, Origin kernel, int same, List<Explained> differences) {

    public FunctionCheck {
        differences = List.copyOf(differences);
    }

    /** What came out. */
    public enum Status {
        /** Both say the same of the life of a page. */
        AGREES,
        /** They differ, and for each difference there is a reason. */
        EXPLAINED,
        /** They differ. */
        DIFFERS,
        /** The tree has no such function, and nothing says why. */
        ABSENT,
        /** The model's function is made of the model language's own words alone: it is what it stands for. */
        PRIMITIVE
    }

    /** A difference and why it is there; without a reason the text is empty. */
    public record Explained(Agreement.Difference difference, String reason) { }
}
