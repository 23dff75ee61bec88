/** Loaded into the web server's process: it ends with the one that started it, also when that one is killed outright. */
process.on('disconnect', () => process.exit(1))
