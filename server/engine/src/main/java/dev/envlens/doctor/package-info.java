/**
 * Looks over the parts of this machine that envlens works with: which there are, and what is wrong
 * with them. Nothing is made or changed, and each question has a time limit.
 */
package dev.envlens.doctor;
