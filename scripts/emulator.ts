import { runLocalTwilio } from '@patchbay/emulator';

void runLocalTwilio(process.argv.slice(2));
