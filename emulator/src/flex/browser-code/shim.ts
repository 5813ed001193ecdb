/**
 * The first script of a local Flex page: what the page asks of any other host goes to the local Twilio under
 * `/_host/<host>/…` of the page's own origin. What slips through is stopped, and reported, by the content policy.
 */
import { playSilence } from '../../voice/browser-code/playSilence';
import { redirectConstructors } from './redirectConstructors';
import { redirectElements } from './redirectElements';
import { redirectNavigations } from './redirectNavigations';
import { redirectRequests } from './redirectRequests';
import { redirectStyles } from './redirectStyles';

redirectRequests();
redirectConstructors();
redirectElements();
redirectStyles();
redirectNavigations();
playSilence();
