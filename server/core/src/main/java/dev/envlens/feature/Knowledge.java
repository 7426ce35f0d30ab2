package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.link.Listings;
import dev.envlens.link.Surroundings;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * What completion knows beyond the document.
 *
 * @param files the files around it
 * @param listings what is in the folders around it
 * @param packages what can be installed
 * @param known what is in the other files of the workspace
 * @param today the date by which releases of Python are supported or not
 * @param curated the curated environments
 */
public record Knowledge(
    Surroundings files,
    Listings listings,
    KnownPackages packages,
    KnownFiles known,
    LocalDate today,
    Supplier<Catalogue> curated) {}
