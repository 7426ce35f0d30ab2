package dev.envlens.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAddressTest {

  @ParameterizedTest
  @CsvSource({
    "team.azurecr.io, https://team.azurecr.io/v2/x, team.azurecr.io/a:latest",
    "Team.azurecr.io/sub/, https://team.azurecr.io/v2/x, team.azurecr.io/sub/a:latest",
    "127.0.0.1:5000, http://127.0.0.1:5000/v2/x, 127.0.0.1:5000/a:latest",
    "localhost:5000, http://localhost:5000/v2/x, localhost:5000/a:latest",
    "[::1]:5000, http://[::1]:5000/v2/x, [::1]:5000/a:latest",
    "localhost.example.org, https://localhost.example.org/v2/x, localhost.example.org/a:latest",
    "127.example.org, https://127.example.org/v2/x, 127.example.org/a:latest",
    "docker.io/team, https://registry-1.docker.io/v2/x, docker.io/team/a:latest"
  })
  void onlyThisMachineIsAskedWithoutTls(String setting, String url, String reference) {
    var address = RegistryAddress.of(setting);
    assertEquals(url, address.url("x"));
    assertEquals(reference, address.reference("a", "latest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://team.azurecr.io", "a b", "host/../x", "host:port", "host?x"})
  void whatCannotBeARegistryIsSaid(String setting) {
    assertThrows(RegistryFault.class, () -> RegistryAddress.of(setting));
  }

  @Test
  void aPasswordInASettingIsNotRepeated() {
    var fault = assertThrows(RegistryFault.class, () -> RegistryAddress.of("user:s3cret@host"));
    assertFalse(fault.getMessage().contains("s3cret"), fault.getMessage());
  }
}
