package dev.envlens.conda;

import java.util.List;

/**
 * Which versions a conda specification allows (conda VersionSpec): {@code 1.2.*}, {@code =1.2},
 * {@code >=1,<2}, {@code 1.2|1.3}, {@code ~=1.4.2}, {@code *}, {@code ^1\.(2|3)$}. A comma binds
 * tighter than a {@code |}, parentheses tighter than both.
 *
 * @param text as written
 */
public record VersionSpec(String text, Constraint constraint) {

  /**
   * Reads a version specification by itself; in a match specification a lone {@code =V} differs.
   */
  public static Parsed<VersionSpec> parse(String text) {
    return Fault.guard(
        text,
        t -> {
          var cursor = new Cursor(t);
          var spec = new VersionSpecReader(cursor).read();
          cursor.skipSpaces();
          if (!cursor.isDone()) {
            throw Fault.at(
                cursor.rest(),
                "Something follows the version. Put ',' (and) or '|' (or) between versions.");
          }
          return spec;
        });
  }

  /**
   * Whether {@code version} is allowed. A regular expression is not run, since it may take forever:
   * it is taken to allow everything.
   */
  public boolean matches(CondaVersion version) {
    return constraint.matches(version);
  }

  /** What a specification consists of. */
  public sealed interface Constraint {

    boolean matches(CondaVersion version);

    /** {@code *}. */
    record Any() implements Constraint {
      @Override
      public boolean matches(CondaVersion version) {
        return true;
      }
    }

    /** {@code ==V}, or {@code V} alone. */
    record Exact(CondaVersion version) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return candidate.equals(version);
      }
    }

    /** {@code =V}: V, and what begins with it. */
    record Fuzzy(CondaVersion version) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return candidate.startsWith(version);
      }
    }

    /** {@code V.*}, however it is written. */
    record Prefix(CondaVersion version) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return candidate.startsWith(version);
      }
    }

    /** {@code !=V.*}. */
    record NotPrefix(CondaVersion version) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return !candidate.startsWith(version);
      }
    }

    /** {@code !=}, {@code <=}, {@code >=}, {@code <} or {@code >}. */
    record Compared(Comparison comparison, CondaVersion version) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return comparison.accepts(candidate.compareTo(version));
      }
    }

    /** {@code ~=V}: V or later, within {@code series}, which is V without its last part. */
    record Compatible(CondaVersion version, CondaVersion series) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return candidate.compareTo(version) >= 0 && candidate.startsWith(series);
      }
    }

    /** Text with a {@code *} inside, such as {@code 1.*.3}. */
    record Glob(String pattern) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return Globs.matches(pattern, candidate.toString());
      }
    }

    /** A regular expression from {@code ^} to {@code $}. */
    record Regex(String pattern) implements Constraint {
      @Override
      public boolean matches(CondaVersion candidate) {
        return true;
      }
    }

    /** Joined by commas. */
    record AllOf(List<Constraint> all) implements Constraint {
      public AllOf {
        all = List.copyOf(all);
      }

      @Override
      public boolean matches(CondaVersion candidate) {
        return all.stream().allMatch(c -> c.matches(candidate));
      }
    }

    /** Joined by {@code |}. */
    record AnyOf(List<Constraint> any) implements Constraint {
      public AnyOf {
        any = List.copyOf(any);
      }

      @Override
      public boolean matches(CondaVersion candidate) {
        return any.stream().anyMatch(c -> c.matches(candidate));
      }
    }
  }
}
