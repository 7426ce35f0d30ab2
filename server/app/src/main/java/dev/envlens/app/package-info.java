/** The program: what a process starts with, and how it is put together. */
package dev.envlens.app;
