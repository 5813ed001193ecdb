'use strict';
/*
 * Preloaded into `twilio-run start`, which listens on every interface, does not say which port 0 became, and asks on the
 * terminal for another port when one is taken: listens on 127.0.0.1 only, tells the parent the port, ends when it is taken.
 */
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== 'number') return listen.call(this, port, ...rest);
  this.once('listening', () => process.send?.({ listeningOn: this.address().port }));
  this.once('error', (error) => {
    console.error(`Port ${port}: ${error.message}`);
    process.exit(1);
  });
  return listen.call(
    this,
    { port, host: '127.0.0.1' },
    ...rest.filter((value) => typeof value === 'function'),
  );
};
