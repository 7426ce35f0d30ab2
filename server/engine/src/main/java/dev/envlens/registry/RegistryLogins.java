package dev.envlens.registry;

import java.util.Optional;

/** Who the engine is to be at a registry when it pulls or pushes for us. */
@FunctionalInterface
public interface RegistryLogins {

  /**
   * A user and a password, or a token that stands for both.
   *
   * @param user empty with a token
   */
  record Login(String user, String secret, boolean isToken) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * The login for a registry; empty where there is none.
   *
   * @param host with its port, {@code docker.io} for Docker Hub
   * @throws RegistryFault when what keeps logins can't be read
   */
  Optional<Login> of(String host);
}
