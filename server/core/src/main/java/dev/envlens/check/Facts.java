package dev.envlens.check;

import java.time.LocalDate;

/**
 * What is known beyond the files at hand, handed in so that a check depends on nothing else.
 *
 * @param today the date that versions and their ends of life are held against
 */
public record Facts(LocalDate today) {}
