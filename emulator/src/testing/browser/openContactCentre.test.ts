import { openContactCentre } from './openContactCentre';

it('a scenario is not dropped in silence when the local Twilio runs already', async () => {
  const scenario = { workspace: { friendlyName: 'Small' } };

  await expect(openContactCentre({ origin: 'http://127.0.0.1:1', scenario })).rejects.toThrow(
    'give an origin or a scenario',
  );
});
