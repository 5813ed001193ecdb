import * as FlexPlugin from '@twilio/flex-plugin';
import SegmentLookupPlugin from './SegmentLookupPlugin';

FlexPlugin.loadPlugin(SegmentLookupPlugin);
