'use strict';
/* Preloaded into child processes: they end when the process that started them does, also when that was killed. */
if (process.channel) {
  process.on('disconnect', () => process.exit());
  process.channel.unref();
}
