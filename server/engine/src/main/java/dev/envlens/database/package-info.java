/**
 * One SQLite file that several processes share: opened, brought up to date, read and written in
 * transactions. What stands in its tables is other packages' business; each has its own migrations.
 */
package dev.envlens.database;
