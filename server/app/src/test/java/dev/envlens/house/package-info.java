/** Tests of the repository itself: its files, its pages, and how its modules lean on each other. */
package dev.envlens.house;
