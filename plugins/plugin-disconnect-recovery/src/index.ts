import * as FlexPlugin from '@twilio/flex-plugin';
import DisconnectRecoveryPlugin from './DisconnectRecoveryPlugin';

FlexPlugin.loadPlugin(DisconnectRecoveryPlugin);
