package dev.envlens.buildlog;

import dev.envlens.buildlog.Signature.Weight;
import java.util.List;

/** The wordings of the tools that builds run, of several of their generations. */
final class Signatures {

  /** A name with what may stand behind it: version, extras. */
  private static final String SPEC = "(?<of>[A-Za-z0-9][^\\s'\",;]*)";

  // A pattern may look at a line from each of its places on; lines are cut (LogLine.LONGEST), and
  // the needle spares most of them, so that the time for a log is linear in it.

  private static final List<Signature> IMAGES =
      List.of(
          Signature.of(
              Kind.REGISTRY_UNREACHABLE,
              Weight.ROOT,
              "/v2/",
              "(?:Get|Head|Post) \"?https?://(?<of>[^/\"\\s]+)/v2/[^ ]*:? .*(?:dial tcp|net/http|no such"
                  + " host|connection refused|timeout|i/o timeout|EOF|x509|tls:|server gave HTTP)"),
          Signature.of(
              Kind.REGISTRY_UNREACHABLE,
              Weight.ROOT,
              "/v2/",
              "unexpected status.* https?://(?<of>[^/\"\\s]+)/v2/\\S*: 5\\d\\d"),
          Signature.of(
              Kind.IMAGE_NOT_FOUND,
              Weight.ROOT,
              "manifest",
              "manifest for (?<of>\\S+) not found|(?<!for )manifest unknown"),
          Signature.of(
              Kind.IMAGE_NOT_FOUND,
              Weight.ROOT,
              ": not found",
              "(?:failed to resolve source metadata for |failed to load metadata for"
                  + " |^ERROR: |failed to solve: )(?<of>[\\w.:/@-]+/[\\w.:/@-]+): not found"),
          Signature.of(
              Kind.IMAGE_NOT_FOUND,
              Weight.ROOT,
              "no matching manifest",
              "no matching manifest for \\S+"),
          Signature.of(
              Kind.IMAGE_PATH,
              Weight.ROOT,
              "pull access denied",
              "pull access denied for (?<of>[^\\s,]+)"),
          Signature.of(Kind.IMAGE_PATH, Weight.ROOT, "pull access denied", "pull access denied"),
          Signature.of(
              Kind.IMAGE_PATH,
              Weight.ROOT,
              "repository",
              "repository (?<of>\\S+) not found: (?:name unknown|does not exist)"),
          Signature.of(
              Kind.IMAGE_PATH,
              Weight.ROOT,
              "nvalid reference format",
              "invalid reference format|failed to parse stage name \"(?<of>[^\"]*)\""),
          Signature.of(Kind.IMAGE_PATH, Weight.ROOT, "name unknown", "name unknown"),
          Signature.of(
              Kind.IMAGE_CREDENTIALS,
              Weight.ROOT,
              "no basic auth credentials",
              "(?:https?://(?<of>[^/\"\\s]+)/v2/.*)?no basic auth credentials"),
          Signature.of(
              Kind.IMAGE_CREDENTIALS,
              Weight.ROOT,
              "authori",
              "(?:unauthorized: (?:authentication required|incorrect username)|failed to"
                  + " authorize|failed to fetch (?:anonymous|oauth) token|401 Unauthorized.*/v2/|/v2/.*401"
                  + " Unauthorized)"));

  private static final List<Signature> CONDA =
      List.of(
          Signature.of(
              Kind.CONDA_NOT_INSTALLED,
              Weight.ROOT,
              "conda",
              "(?:sh: |sh: \\d+: |line \\d+: |^)conda: (?:command )?not found|exec: \"conda\":"
                  + " executable file not found"),
          Signature.of(
              Kind.BAD_CONDA_SPEC,
              Weight.ROOT,
              "Invalid",
              "Invalid(?:MatchSpec|VersionSpec)(?:Error)?: Invalid (?:spec|version) '(?<of>[^']*)'"),
          Signature.of(
              Kind.BAD_CONDA_SPEC,
              Weight.ROOT,
              "nvalid package specification",
              "CondaValueError: [Ii]nvalid package specification:? ?(?<of>\\S*)"),
          Signature.of(
              Kind.BAD_CONDA_SPEC,
              Weight.ROOT,
              "ars",
              "(?:critical |error +)libmamba .*(?:[Pp]arse|[Pp]arsing).*?(?:MatchSpec|spec|version)"
                  + "[^'\"]*['\"]?(?<of>[^'\"]*)"),
          Signature.of(
              Kind.BAD_CONDA_SPEC,
              Weight.ROOT,
              "yaml",
              "(?:ruamel[._]yaml|^yaml)\\.\\w+\\.(?:Scanner|Parser|Constructor)Error"),
          Signature.of(
              Kind.CONDA_PACKAGE_NOT_FOUND,
              Weight.WHY,
              "PackagesNotFoundError",
              "PackagesNotFoundError: "),
          Signature.of(
              Kind.CONDA_PACKAGE_NOT_FOUND,
              Weight.WHY,
              "ResolvePackageNotFound",
              "^ResolvePackageNotFound:"),
          Signature.of(
              Kind.CONDA_PACKAGE_NOT_FOUND,
              Weight.WHY,
              "nothing provides",
              "nothing provides (?:requested )?" + SPEC),
          Signature.of(
              Kind.CONDA_PACKAGE_NOT_FOUND,
              Weight.WHY,
              "does not exist (perhaps",
              "(?:─ |^ *)" + SPEC + ".* does not exist \\(perhaps"),
          Signature.of(
              Kind.INCOMPATIBLE_PYTHON,
              Weight.ROOT,
              "existing python",
              "incompatible with the existing python"),
          Signature.of(
              Kind.INCOMPATIBLE_PYTHON,
              Weight.ROOT,
              "python",
              "─ python(?:_abi)? .*(?:conflicts with any installable|conflicts with the)"),
          Signature.of(
              Kind.CONFLICTING_PACKAGES,
              Weight.WHAT,
              "UnsatisfiableError",
              "^(?:LibMamba)?UnsatisfiableError:"),
          Signature.of(
              Kind.CONFLICTING_PACKAGES,
              Weight.WHAT,
              "Could not solve for environment",
              "Could not solve for environment specs"));

  private static final List<Signature> PIP =
      List.of(
          Signature.of(
              Kind.MPI_BUILD,
              Weight.ROOT,
              "wheel",
              "(?:Failed building wheel for|Could not build wheels for|Failed to build (?:installable"
                  + " )?wheels for(?: some .*\\()?) ?(?<of>mpi4py|horovod)\\b"),
          Signature.of(Kind.MPI_BUILD, Weight.ROOT, "MPI", "Cannot (?:compile|link) MPI programs"),
          Signature.of(
              Kind.INCOMPATIBLE_PYTHON,
              Weight.ROOT,
              "equires a different Python",
              "(?:Package '?|ERROR: )" + SPEC + "'? requires a different Python"),
          Signature.of(
              Kind.INCOMPATIBLE_PYTHON,
              Weight.ROOT,
              "ython",
              "(?:RuntimeError: |error: |ERROR: )(?:This (?:package|version).* requires"
                  + " Python|Python(?: version)? ?[<>=]+ ?[\\d.]+ (?:is )?required)"),
          Signature.of(
              Kind.NO_MATCHING_DISTRIBUTION,
              Weight.WHY,
              "No matching distribution found for",
              "No matching distribution found for " + SPEC),
          Signature.of(
              Kind.NO_MATCHING_DISTRIBUTION,
              Weight.WHY,
              "Could not find a version",
              "Could not find a version that satisfies the requirement " + SPEC),
          Signature.of(
              Kind.PIP_CANNOT_UNINSTALL,
              Weight.ROOT,
              "distutils installed project",
              "(?:Cannot uninstall '(?<of>[^']+)'\\. )?It is a distutils installed project"),
          Signature.of(
              Kind.INTERACTIVE_AUTH,
              Weight.ROOT,
              "devicelogin",
              "To sign in, use a web browser to open the page .*devicelogin"),
          Signature.of(
              Kind.INTERACTIVE_AUTH,
              Weight.ROOT,
              "could not read ",
              "could not read (?:Username|Password) for '(?<of>[^']+)'"),
          Signature.of(
              Kind.INTERACTIVE_AUTH, Weight.ROOT, "EOF", "EOFError: EOF when reading a line"),
          Signature.of(
              Kind.INTERACTIVE_AUTH,
              Weight.ROOT,
              "for ",
              "^ *(?:User|Username|Password) for '?(?<of>[^\\s']+)'?: ?$"),
          Signature.of(
              Kind.MISSING_MODULE,
              Weight.WHY,
              "No module named",
              "(?:ModuleNotFoundError|ImportError): No module named '?(?<of>[\\w.]+)"),
          Signature.of(
              Kind.CONFLICTING_PACKAGES,
              Weight.WHY,
              "conflicting dependencies",
              "Cannot install " + SPEC + ".*because these package versions have conflicting"),
          Signature.of(
              Kind.CONFLICTING_PACKAGES, Weight.WHAT, "Resolution", "ERROR: ResolutionImpossible"),
          Signature.of(
              Kind.PIP_FAILED,
              Weight.WHAT,
              "wheel",
              "(?:Failed building wheel for|Could not build wheels for) " + SPEC),
          Signature.of(
              Kind.PIP_FAILED,
              Weight.WHAT,
              "ERROR: ",
              "^ *ERROR: (?:Could not install packages|Invalid requirement: '?(?<of>[A-Za-z0-9][^\\s';#]*)"
                  + "|Could not open requirements file|Command errored out|THESE PACKAGES DO NOT MATCH)"),
          Signature.of(
              Kind.PIP_FAILED, Weight.WHAT, "subprocess", "error: subprocess-exited-with-error"),
          Signature.of(
              Kind.PIP_FAILED,
              Weight.END,
              "ip",
              "CondaEnvException: [Pp]ip failed|Pip subprocess error:|pip failed to install packages"));

  private static final List<Signature> MACHINE =
      List.of(
          Signature.of(
              Kind.FORBIDDEN_BLOB,
              Weight.ROOT,
              ".blob.core.",
              "(?:403|[Ff]orbidden|AuthorizationFailure|AuthenticationFailed|not"
                  + " authorized).*?(?<of>[\\w-]+\\.blob\\.core\\.[\\w.]+)|(?:[\\w-]+\\.blob\\.core\\.[\\w.]+)\\S*"
                  + ".*(?:\\b403\\b|[Ff]orbidden)"),
          Signature.of(
              Kind.OUT_OF_MEMORY,
              Weight.ROOT,
              "illed",
              "^ *Killed *$|: line \\d+: +\\d+ Killed |^ *\\d+ Killed  |fatal error: Killed signal|Out of"
                  + " memory: Killed|oom-kill"),
          Signature.of(
              Kind.OUT_OF_MEMORY, Weight.ROOT, "MemoryError", "^MemoryError\\b|: MemoryError$"),
          Signature.of(
              Kind.OUT_OF_MEMORY,
              Weight.ROOT,
              "memory",
              "[Cc]annot allocate memory|virtual memory exhausted|JavaScript heap out of memory"),
          Signature.of(Kind.OUT_OF_MEMORY, Weight.ROOT, "bad_alloc", "std::bad_alloc"),
          Signature.of(
              Kind.OUT_OF_MEMORY,
              Weight.WHY,
              "137",
              "returned a non-zero code: 137$|did not complete successfully: exit code: 137\\b"),
          Signature.of(
              Kind.DISK_FULL, Weight.ROOT, "o space left on device", "[Nn]o space left on device"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "CondaHTTPError",
              "CondaHTTPError: HTTP (?:000|5\\d\\d|429) "),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "for url",
              "^ *(?:An HTTP error occurred|HTTP 000 CONNECTION FAILED) .*for url <https?://(?<of>[^/>]+)"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "ownload error",
              "Download error \\(\\d+\\) .*\\[https?://(?<of>[^/\\]]+)"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.ROOT,
              "ERROR: ",
              "ERROR: .*(?:HTTPS?ConnectionPool\\(host='(?<of>[^']+)'|Max retries exceeded|Read timed"
                  + " out|Connection (?:reset|aborted|broken)|\\b5\\d\\d Server Error)"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "Error",
              "^(?:pip\\._vendor\\.\\S*\\.|urllib3\\.\\S*|requests\\.\\S*|urllib\\.error\\.)(?:ReadTimeoutError|"
                  + "ConnectTimeoutError|ConnectionError|NewConnectionError|ProtocolError|URLError)\\b"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "ould not ",
              "(?:^E: .*|^curl: \\(\\d+\\) |^fatal: .*|^wget: .*)[Cc]ould not (?:resolve|connect)(?: to)?"
                  + "(?: host| proxy)?:? ?'?(?<of>[\\w.-]*)"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "bad address",
              "^wget: bad address '(?<of>[^']+)'"),
          Signature.of(
              Kind.COMMUNICATION_ERROR,
              Weight.WHY,
              "Failed to fetch",
              "^E: Failed to fetch https?://(?<of>[^/\\s]+)"),
          Signature.of(
              Kind.COMPILE_ERROR, Weight.WHY, "ommand ", "error: command '(?<of>[^']+)' failed"),
          Signature.of(
              Kind.COMPILE_ERROR,
              Weight.WHY,
              "fatal error: ",
              "fatal error: (?<of>\\S+): No such file"),
          Signature.of(
              Kind.COMPILE_ERROR,
              Weight.WHY,
              "unable to execute",
              "unable to execute '(?<of>[^']+)': No such file"),
          Signature.of(
              Kind.COMPILE_ERROR,
              Weight.WHY,
              "CMake",
              "^ *CMake Error (?:at|:)|CMake must be installed to build"),
          Signature.of(
              Kind.COMPILE_ERROR,
              Weight.WHY,
              "make",
              "^make(?:\\[\\d+\\])?: \\*\\*\\* .*Error \\d+"),
          Signature.of(
              Kind.COMPILE_ERROR,
              Weight.WHY,
              "ompiler",
              "error: can't find Rust compiler|No CMAKE_C(?:XX)?_COMPILER could be found"),
          Signature.of(
              Kind.BARE_REDIRECTION,
              Weight.ROOT,
              "cannot open",
              "sh: (?:\\d+: )?(?:cannot open|can't open) '?(?<of>=?\\d[\\w.]*)'?: "),
          Signature.of(
              Kind.BARE_REDIRECTION,
              Weight.ROOT,
              "o such file",
              "(?:sh|bash): (?:line )?(?:\\d+: )?(?:can't open )?'?(?<of>=?\\d[\\w.]*)'?: (?:no such file|No"
                  + " such file or directory)"),
          Signature.of(
              Kind.MISSING_COMMAND,
              Weight.WHY,
              "not found",
              "(?:sh: \\d+: |sh: line \\d+: |sh: )(?<of>[\\w./+-]+): (?:command )?not found"),
          Signature.of(
              Kind.MISSING_COMMAND,
              Weight.WHY,
              "xecutable file not found",
              "exec: \"(?<of>[^\"]+)\": executable file not found"),
          Signature.of(
              Kind.MISSING_COMMAND,
              Weight.ROOT,
              "Cannot find command",
              "Cannot find command '(?<of>[^']+)'"),
          Signature.of(
              Kind.MISSING_COMMAND,
              Weight.END,
              "127",
              "returned a non-zero code: 127$|did not complete successfully: exit code: 127\\b"));

  static final List<Signature> ALL =
      List.of(IMAGES, CONDA, PIP, MACHINE).stream().flatMap(List::stream).toList();

  private Signatures() {}
}
