/** What flex-plugin's own page has for a stylesheet, without the web font it imports, and a look for the few pages of ours. */
export const STYLESHEET = `
body, #container, .Twilio-ContactCenter-Container {
  font-family: Inter, 'Open Sans', system-ui, sans-serif;
  width: 100vw;
  height: 100vh;
  margin: 0;
  display: flex;
}
body.plain { background: #f4f4f6; color: #121c2d; align-items: center; justify-content: center; }
body.plain main { max-width: 36rem; padding: 2rem; }
body.plain code { overflow-wrap: anywhere; }
`;
