import * as FlexPlugin from '@twilio/flex-plugin';
import AttributionTransferPlugin from './AttributionTransferPlugin';

FlexPlugin.loadPlugin(AttributionTransferPlugin);
