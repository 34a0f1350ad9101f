package folioscope.explore.export;

import folioscope.explore.lower.Op;
import folioscope.explore.lower.Val;
import folioscope.explore.machine.Sharing;
import java.util.Optional;

/** Tells at which operations a function can be left for a while. */
final class Steps {

    private final Sharing sharing;
    private final boolean several;
    private final int first;
    private final int end;

    /** Addresses from {@code first} to before {@code end} are those of globals. */
    Steps(Sharing sharing, boolean several, int first, int end) {
        this.sharing = sharing;
        this.several = several;
        this.first = first;
        this.end = end;
    }

    Optional<Place.Kind> kind(Op op) {
        boolean step = switch (op) {
        case Op.Load l -> several && (!global(l.address()) || sharing.writers(value(l.address())) != 0);
        case Op.Store s -> several && accessed(s.address());
        case Op.Update u -> several && accessed(u.address());
        case Op.Prepare p -> several;
        case Op.Wake w -> several;
        case Op.Begin b -> several;
        case Op.Poison p -> several;
        case Op.Turn t -> true;
        default -> false;
        };
        return switch (op) {
        case Op.Lock l -> Optional.of(Place.Kind.BLOCKING);
        case Op.Sleep s -> Optional.of(Place.Kind.BLOCKING);
        case Op.AwaitBegin a -> Optional.of(Place.Kind.BLOCKING);
        case Op.Call c -> Optional.of(Place.Kind.CALL);
        case Op.CallAt c -> Optional.of(Place.Kind.CALL);
        case Op.Choose c -> Optional.of(Place.Kind.CHOICE);
        case Op.Guess g -> Optional.of(Place.Kind.CHOICE);
        default -> step ? Optional.of(Place.Kind.STEP) : Optional.empty();
        };
    }

    private boolean accessed(Val address) {
        return !global(address) || (sharing.writers(value(address)) | sharing.readers(value(address))) != 0;
    }

    /** Whether an address is known to be that of a global. */
    boolean global(Val address) {
        return address instanceof Val.Const c && c.value() >= first && c.value() < end;
    }

    private static int value(Val address) {
        return ((Val.Const) address).value();
    }
}
