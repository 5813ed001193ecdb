import { storm } from '/work/wt/recovery2/serverless/disconnect-recovery/test/storm/storm';
async function main() { const t = Date.now(); const n = Number(process.argv[2]); const s = await storm(n); console.log(JSON.stringify(s), 'took', (Date.now() - t) / 1000); process.exit(0); }
main().catch((e: unknown) => { console.error(e); process.exit(1); });
