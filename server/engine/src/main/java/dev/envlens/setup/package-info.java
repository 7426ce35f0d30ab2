/** What the user has set up on this machine, as values: nothing here touches the machine. */
package dev.envlens.setup;
