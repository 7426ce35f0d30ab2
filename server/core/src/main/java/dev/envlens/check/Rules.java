package dev.envlens.check;

import java.util.List;
import java.util.Optional;

/** The rules. */
public final class Rules {

  /** Every rule; the order is that of docs/rules.md. */
  public static final List<Rule> ALL =
      List.of(
          new YamlSyntax(),
          new DuplicateKey(),
          new UnknownKey(),
          new MissingKey(),
          new WrongType(),
          new InvalidValue(),
          new StaleKey(),
          new CondaFileAsEnvironment(),
          new MissingName(),
          new InvalidName(),
          new ReservedName(),
          new MissingImage(),
          new ImageAndBuild(),
          new CondaWithoutImage(),
          new CondaWithBuild(),
          new BuildWithoutPath(),
          new MissingRoute(),
          new CondaFileNotFound(),
          new ContextNotFound(),
          new DockerfileNotFound(),
          new RequirementsNotFound(),
          new DockerfileOutsideContext(),
          new DockerfileTooLarge(),
          new LocalPathInConda(),
          new RemoteContext(),
          new InvalidContext(),
          new BesideBuildContext(),
          new CredentialsInDefinition(),
          new AnonymousNameIgnored(),
          new InvalidImage(),
          new FloatingImage(),
          new TagNotDigest(),
          new DeprecatedImage(),
          new FloatingBaseImage(),
          new UnpinnedPackage(),
          new LoosePin(),
          new UnpinnedUrl(),
          new InvalidDependency(),
          new InvalidRequirement(),
          new DuplicateDependency(),
          new MissingDependencies(),
          new MissingChannels(),
          new DuplicateChannel(),
          new MissingPython(),
          new MultiplePython(),
          new InvalidPython(),
          new UnsupportedPython(),
          new DeprecatedPython(),
          new MissingPip(),
          new UnpinnedPip(),
          new MissingInferencePackage(),
          new OldAzuremlDefaults(),
          new CondaPrefix(),
          new BuildStringPin(),
          new BareRedirection(),
          new UnpinnedInstall(),
          new NeedsBuildKit(),
          new CuratedEdit(),
          new CuratedName(),
          new OrderOnlyChange(),
          new ChangedSinceRegistered(),
          new VersionTaken(),
          new UnpinnedRebuild(),
          new UnknownEnvironment(),
          new FloatingReference(),
          new DeprecatedCurated(),
          new DeprecatedDockerAttribute(),
          new DeprecatedRSection(),
          new BaseCondaEnvironment(),
          new RuntimeVariables(),
          new MissingInterpreterPath(),
          new MissingCondaDependencies(),
          new V1Definition(),
          new UnusedIgnore());

  private Rules() {}

  public static Optional<Rule> of(String code) {
    return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst();
  }
}
