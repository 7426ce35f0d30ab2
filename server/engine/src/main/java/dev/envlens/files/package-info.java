/** Files and folders: linked files, ignore rules, context digests, listings. */
package dev.envlens.files;
