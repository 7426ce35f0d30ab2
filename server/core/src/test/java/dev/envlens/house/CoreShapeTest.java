package dev.envlens.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Core is pure, and its packages build on each other in one direction. */
class CoreShapeTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.envlens");

  private static final Class<?>[] IN_MEMORY = {
    BufferedReader.class,
    ByteArrayInputStream.class,
    ByteArrayOutputStream.class,
    IOException.class,
    InputStream.class,
    InputStreamReader.class,
    OutputStream.class,
    Reader.class,
    Serializable.class,
    StringReader.class,
    StringWriter.class,
    UncheckedIOException.class,
    Writer.class
  };

  private static final Class<?>[] NAMES = {
    URI.class, URISyntaxException.class, URLDecoder.class, URLEncoder.class
  };

  private static final Set<String> OF_SYSTEM =
      Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "exit", "out", "err", "in");

  private static final DescribedPredicate<AccessTarget> ASKS_THE_WORLD =
      describe(
          "ask for the time or the machine",
          target -> {
            JavaClass owner = target.getOwner();
            boolean system =
                owner.isEquivalentTo(System.class) && OF_SYSTEM.contains(target.getName());
            boolean clock =
                owner.getPackageName().equals("java.time") && target.getName().equals("now");
            return system || clock;
          });

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.envlens.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void eachLayerUsesOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("answers")
        .definedBy(
            "dev.envlens.feature..",
            "dev.envlens.refactor..",
            "dev.envlens.check..",
            "dev.envlens.index..",
            "dev.envlens.curated..",
            "dev.envlens.buildlog..")
        .layer("definition")
        .definedBy("dev.envlens.definition..")
        .layer("forms")
        .definedBy(
            "dev.envlens.conda..",
            "dev.envlens.image..",
            "dev.envlens.dockerfile..",
            "dev.envlens.schema..",
            "dev.envlens.known..")
        .layer("source")
        .definedBy("dev.envlens.yaml..", "dev.envlens.link..")
        .layer("text")
        .definedBy("dev.envlens.text..")
        .whereLayer("answers")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("definition")
        .mayOnlyBeAccessedByLayers("answers")
        .whereLayer("forms")
        .mayOnlyBeAccessedByLayers("answers", "definition")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("answers", "definition", "forms")
        .ensureAllClassesAreContainedInArchitecture()
        .check(CORE);
  }

  /**
   * An {@link InputStream} is allowed because data comes from the class path, and nothing else in
   * core can open one.
   */
  @Test
  void nothingOpensFilesOrConnections() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "open files or connections",
                resideInAnyPackage("java.io..")
                    .and(not(belongToAnyOf(IN_MEMORY)))
                    .or(resideInAnyPackage("java.net..").and(not(belongToAnyOf(NAMES))))
                    .or(
                        resideInAnyPackage(
                            "java.nio.file..", "java.nio.channels..", "java.sql.."))))
        .check(CORE);
  }

  @Test
  void nothingStartsOrJoinsThreadsOrProcesses() {
    noClasses()
        .should()
        .dependOnClassesThat(
            belongToAnyOf(Thread.class, ThreadLocal.class, Process.class, ProcessBuilder.class)
                .or(belongToAnyOf(Runtime.class, java.util.Timer.class))
                .or(
                    resideInAnyPackage("java.util.concurrent..")
                        .and(not(belongToAnyOf(CancellationException.class))))
                .as("are about threads or processes"))
        .check(CORE);
  }

  @Test
  void nothingKnowsTheProtocolTheCommandLineOrTheLog() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.eclipse..",
            "picocli..",
            "org.slf4j..",
            "java.util.logging..",
            "java.lang.management..")
        .check(CORE);
  }

  @Test
  void nothingAsksForTheTimeOrTheMachine() {
    noClasses()
        .should()
        .accessTargetWhere(target(ASKS_THE_WORLD))
        .orShould()
        .dependOnClassesThat(belongToAnyOf(Date.class, java.time.Clock.class))
        .check(CORE);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(CORE);
  }
}
