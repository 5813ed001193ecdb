/** ISO 3166-1 codes and calling codes, for the country list of Flex UI's dialpad. */
const CALLING_CODES =
  'AE971 AR54 AT43 AU61 BE32 BG359 BR55 CA1 CH41 CL56 CN86 CO57 CY357 CZ420 DE49 DK45 EE372 EG20 ES34 FI358 FR33 ' +
  'GB44 GR30 HK852 HR385 HU36 ID62 IE353 IL972 IN91 IS354 IT39 JP81 KE254 KR82 LT370 LU352 LV371 MA212 MT356 MX52 ' +
  'MY60 NG234 NL31 NO47 NZ64 PE51 PH63 PK92 PL48 PT351 RO40 RS381 SA966 SE46 SG65 SI386 SK421 TH66 TR90 TW886 ' +
  'UA380 US1 VN84 ZA27';

/** Flex UI takes an array; anything else breaks its dialpad. */
export function listCountries(): readonly {
  name: string;
  alpha2Code: string;
  callingCodes: readonly string[];
}[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return CALLING_CODES.split(' ').map((entry) => {
    const alpha2Code = entry.slice(0, 2);
    return { name: names.of(alpha2Code) ?? alpha2Code, alpha2Code, callingCodes: [entry.slice(2)] };
  });
}
