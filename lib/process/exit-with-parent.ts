/** Ends the process that loads this module when its parent process ends, even when the parent is killed. */
process.on('disconnect', () => process.exit(1))
