package folioscope.explore.lower;

import java.util.List;

/**
 * A function as Java.
 *
 * @param text the class's body, without its head
 * @param frames slots of the frame at each place where the function can be left, from 1 on; {@code calls} whether
 *        that is in a call; {@code sites} its place
 */
public record Written(String text, List<Integer> frames, List<Boolean> calls, List<Integer> sites) {

    public Written {
        frames = List.copyOf(frames);
        calls = List.copyOf(calls);
        sites = List.copyOf(sites);
    }
}
