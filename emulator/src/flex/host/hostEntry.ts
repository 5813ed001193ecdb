/**
 * What the page of a self-hosted Flex is made of: Flex UI and the globals its CDN bundle would leave on `window`.
 * Plugins built by `flex-plugin build` take React, ReactDOM and Flex from there (its webpack externals); Redux and
 * the rest are put there by Flex UI itself before it loads them.
 */
export const HOST_ENTRY = `
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as Flex from '@twilio/flex-ui';
window.React = React;
window.ReactDOM = ReactDOM;
window.Twilio = Object.assign(window.Twilio || {}, { Flex });
`;
