/**
 * Makes folders with new environments from what there is: an image, a conda file, a requirements
 * file, a definition of SDK v1, another environment. Never writes over anything.
 */
package dev.envlens.create;
