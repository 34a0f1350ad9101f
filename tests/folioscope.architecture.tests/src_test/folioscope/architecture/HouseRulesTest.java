package folioscope.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rules of the house that class files show: what may change, what things are called, what the core keeps off. */
class HouseRulesTest {

    private static final JavaClasses ALL = Classes.ofAllBundles();
    private static final JavaClasses CORE = Classes.ofCore();

    /** The explorer's inside: generated programs extend what lies there, and it counts millions of states. */
    private static final String ENGINE = "folioscope.explore.*..";

    @Test
    void noStaticFieldCanBeAssigned() {
        check(ALL, fields().that().areStatic().and().doNotHaveModifier(SYNTHETIC).should().beFinal());
    }

    @Test
    void publicValuesDoNotChange() {
        check(CORE, fields().that().areDeclaredInClassesThat().arePublic()
            .and().areDeclaredInClassesThat().resideOutsideOfPackage(ENGINE)
            .and().areNotStatic().and().doNotHaveModifier(SYNTHETIC).should().beFinal());
    }

    @Test
    void publicTypesOfTheCoreAreClosed() {
        check(CORE, classes().that().arePublic().and().resideOutsideOfPackage(ENGINE).should(beClosed()));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(ALL, noClasses().should().haveNameMatching(
            ".*[.$]([A-Z]\\w*(Utils?|Helpers?|Manager|Impl)|(Abstract|Base)[A-Z]\\w*)"));
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        check(ALL, noClasses().that().resideOutsideOfPackage("folioscope.cli..").should(access("the console or exit",
            "java\\.lang\\.System\\.(out|err|in|exit|console)|java\\.lang\\.Runtime\\.(exit|halt)"
                + "|java\\.lang\\.Throwable\\.printStackTrace")));
    }

    @Test
    void coreLooksAtNoClock() {
        // A budget of time is part of the exploration; it decides whether an outcome is bounded, and that is said.
        check(CORE, noClasses().that().resideOutsideOfPackages("folioscope.cli..", "folioscope.explore..")
            .should(access("a clock", "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)"
                + "|java\\.time\\..*\\.now|java\\.time\\.Clock\\..*|java\\.util\\.Date\\.<init>")));
    }

    @Test
    void coreNeverDependsOnChanceOrSurroundings() {
        check(CORE, noClasses().that().resideOutsideOfPackage("folioscope.cli..").should(access("chance or environment",
            "java\\.lang\\.Math\\.random|java\\.util\\.Random\\.<init>|java\\.util\\.UUID\\.randomUUID"
                + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                + "|java\\.lang\\.System\\.(getenv|getProperty|getProperties|identityHashCode)"
                + "|java\\.util\\.Locale\\.getDefault|java\\.nio\\.charset\\.Charset\\.defaultCharset")));
    }

    @Test
    void noBundleHasAnActivator() {
        check(ALL, noClasses().should().beAssignableTo(DescribedPredicate.describe("an activator or plug-in class",
            (JavaClass c) -> List.of("org.osgi.framework.BundleActivator", "org.eclipse.core.runtime.Plugin",
                "org.eclipse.ui.plugin.AbstractUIPlugin").contains(c.getName()))));
    }

    private static void check(JavaClasses classes, ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }

    /** Records, enums, interfaces, sealed types and final classes: nobody changes what they do by extending them. */
    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be a record, an enum, an interface, sealed or final") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isRecord() || type.isEnum() || type.isInterface()
                    || type.getModifiers().contains(FINAL) || keepsItsConstructors(type);
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " can be extended"));
            }
        };
    }

    /** No constructor is for others to call, be the class sealed or not. */
    private static boolean keepsItsConstructors(JavaClass type) {
        return type.getConstructors().stream()
            .noneMatch(c -> c.getModifiers().stream().anyMatch(m -> List.of("PUBLIC", "PROTECTED").contains(m.name())));
    }

    private static ArchCondition<JavaClass> access(String what, String members) {
        return new ArchCondition<>("use " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String member = access.getTargetOwner().getName() + "." + access.getTarget().getName();
                    if (member.matches(members)) {
                        events.add(new SimpleConditionEvent(type, true, access.getDescription()));
                    }
                }
            }
        };
    }
}
