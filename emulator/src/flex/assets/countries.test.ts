import { listCountries } from './countries';

describe("the dialpad's countries", () => {
  it('are named and have a calling code each, none twice', () => {
    const countries = listCountries();

    expect(countries).toContainEqual({ name: 'United Kingdom', alpha2Code: 'GB', callingCodes: ['44'] });
    expect(new Set(countries.map(({ alpha2Code }) => alpha2Code)).size).toBe(countries.length);
    for (const { name, callingCodes } of countries) {
      expect(name).toMatch(/^.{3,}$/);
      expect(callingCodes[0]).toMatch(/^\d{1,3}$/);
    }
  });
});
