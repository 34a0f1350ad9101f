package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectsTest {

    @Test
    void readsGistMeaningAndSample() {
        Effects effects = Effects.parse("# All\n\nIntroduction.\n\n## leak\n\nIt is\nnever dropped.\n\n"
                + "Ask why.\n\nsample: a/b.patch\n\n"
                + "## livelock\n\nIt never ends.\n");
        assertEquals(List.of(new Effect("leak", "It is never dropped.", List.of("Ask why."), Optional.of("a/b.patch")),
                new Effect("livelock", "It never ends.", List.of(), Optional.empty())), effects.all());
    }

    @Test
    void findsAWordAndNoOther() {
        assertTrue(Effects.embedded().named("lost-wake").isPresent());
        assertEquals(Optional.empty(), Effects.embedded().named("lost"));
    }

    @Test
    void everyWordSaysWhatItMeansAndWhatToMakeOfIt() {
        assertEquals(List.of(), Effects.embedded().all().stream().filter(e -> e.gist().isBlank() || e.meaning()
                .isEmpty())
                .map(Effect::word).toList());
    }

    @Test
    void showingNamesScenariosAndTheirKernels() {
        Showing showing = Showing.of(Tiny.library(), Tiny.library().versions());
        assertEquals(List.of(new Showing.Place("T02 the count at first", "6.0..6.1")), showing.places("init-at-0"));
        assertEquals(List.of(), showing.places("leak"));
        assertEquals("[init-at-0, premature-free, stale-state]", showing.words().toString());
    }
}
