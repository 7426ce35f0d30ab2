/** How something that takes long says how far it is, and is told to stop. */
package dev.envlens.progress;
