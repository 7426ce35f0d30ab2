/** Tests of core's own shape: which package may use which, and what core keeps its hands off. */
package dev.envlens.house;
