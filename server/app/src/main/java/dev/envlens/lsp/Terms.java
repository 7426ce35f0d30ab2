package dev.envlens.lsp;

import dev.envlens.check.Facts;

/** On what terms a document is checked: as the user set it, and by what is known at the moment. */
record Terms(Settings settings, Facts facts) {}
