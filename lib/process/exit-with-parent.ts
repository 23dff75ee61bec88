/** Ends the process that loads it when the process that started it ends, even when that one is killed. */
process.on('disconnect', () => process.exit(1))
