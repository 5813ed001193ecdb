import { ok, type AdminRoute } from './adminRoute';
import { dumpState } from './scenario/dumpState';
import { readScenario } from './scenario/readScenario';
import { seedScenario, type ScenarioTarget } from './scenario/seedScenario';

/** Contact centres: POST sets one up and answers its SIDs and tokens by name, GET shows what there is. */
export function scenarioRoutes(target: ScenarioTarget): readonly AdminRoute[] {
  return [
    {
      method: 'POST',
      pattern: '/_emulator/scenario',
      handle: async ({ json }) => ({ status: 201, body: await seedScenario(target, readScenario(json)) }),
    },
    { method: 'GET', pattern: '/_emulator/scenario', handle: () => ok(dumpState(target.engine)) },
  ];
}
