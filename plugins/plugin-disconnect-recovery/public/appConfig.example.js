// Copy to appConfig.js: settings of `twilio flex:plugins:start` only.
// eslint-disable-next-line no-unused-vars
var appConfig = {
  pluginService: { enabled: true, url: '/plugins' },
  patchbay: { disconnectRecovery: { enabled: true, url: 'http://localhost:3001' } },
};
