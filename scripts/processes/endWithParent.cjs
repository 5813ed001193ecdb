'use strict';
/*
 * Preloaded into child processes: they end when the process that started them does, also when that was killed. What such a
 * process forks inherits the preload; whoever waits for messages lives by its channel.
 */
const { channel } = process;
if (channel) {
  process.on('disconnect', () => process.exit());
  channel.unref();
  process.on('newListener', (name) => {
    if (name === 'message') channel.ref();
  });
}
