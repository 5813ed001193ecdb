import { createContactCentre } from '../../../test/contactCentre';
import { rowsOf } from '../../../test/restCaller';

function setUp(listLagMs = 0) {
  const centre = createContactCentre({ workers: ['Ann'], listLagMs });
  const { post, get, clock, workspace, workflow, queue, path } = centre;
  const create = async (name: string, form: Readonly<Record<string, string>> = {}): Promise<string> => {
    const Attributes = JSON.stringify({ name, bpo: name.slice(0, 1) });
    return String((await post(`${path}/Tasks`, { Attributes, ...form })).body['sid']);
  };
  const listed = async (query: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
    const answer = await get(`${path}/Tasks?${new URLSearchParams(query).toString()}`);
    return rowsOf(answer, 'tasks').map(
      (row) => /"name":"(?<name>\w+)"/u.exec(String(row['attributes']))?.groups?.['name'],
    );
  };
  return { get, post, clock, workspace, workflow, queue, path, create, listed };
}

describe('a list of tasks', () => {
  it('is filtered and ordered by everything Twilio has', async () => {
    const { clock, create, listed, workspace, workflow, queue } = setUp();
    const other = workspace.workflows.create({
      friendlyName: 'Other',
      configuration: workflow.configuration,
    });
    const [into, intoOther] = [{ WorkflowSid: workflow.sid }, { WorkflowSid: other.sid }];
    await create('a1', { ...into, Priority: '1' });
    await clock.advance(1000);
    await create('a2', { ...into, Priority: '7' });
    await clock.advance(1000);
    await create('b1', { ...intoOther, Priority: '7', VirtualStartTime: '2024-01-01T00:00:00Z' });
    await clock.advance(1000);

    expect(await listed({})).toEqual(['a1', 'a2', 'b1']);
    expect(await listed({ Priority: '7' })).toEqual(['a2', 'b1']);
    expect(await listed({ AssignmentStatus: 'pending,reserved' })).toEqual(['a1', 'a2', 'b1']);
    expect(await listed({ AssignmentStatus: 'reserved' })).toEqual(['a1']);
    expect(await listed({ WorkflowSid: other.sid })).toEqual(['b1']);
    expect(await listed({ WorkflowName: 'Inbound' })).toEqual(['a1', 'a2']);
    expect(await listed({ TaskQueueSid: queue.sid })).toEqual(['a1', 'a2', 'b1']);
    expect(await listed({ TaskQueueName: 'Nobody' })).toEqual([]);
    expect(await listed({ EvaluateTaskAttributes: "bpo == 'b'" })).toEqual(['b1']);
    expect(await listed({ RoutingTarget: queue.sid })).toEqual([]);
    expect(await listed({ Ordering: 'Priority:desc,DateCreated:desc' })).toEqual(['b1', 'a2', 'a1']);
    expect(await listed({ Ordering: 'VirtualStartTime:asc' })).toEqual(['b1', 'a1', 'a2']);
  });

  it.each([
    ['a status Twilio does not have', 'AssignmentStatus=waiting'],
    ['the one pair of orderings Twilio excludes', 'Ordering=DateCreated:asc,VirtualStartTime:asc'],
    ['a broken expression', 'EvaluateTaskAttributes=a-b'],
  ])('refuses %s', async (_, query) => {
    const { get, path } = setUp();

    const refused = await get(`${path}/Tasks?${query}`);

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
  });

  it('allows three evaluations per second, and any number of other lists', async () => {
    const { get, path } = setUp();
    const statuses = async (query: string, times: number) => {
      const seen: number[] = [];
      while (seen.length < times) seen.push((await get(`${path}/Tasks?${query}`)).status);
      return seen;
    };

    expect(await statuses('EvaluateTaskAttributes=1==1', 4)).toEqual([200, 200, 200, 429]);
    expect(await statuses('Priority=1', 4)).toEqual([200, 200, 200, 200]);
  });

  it('finds a task by its attributes only after the lag, while other lists have it at once', async () => {
    const { clock, create, listed } = setUp(5000);
    await create('a1');
    await clock.advance(4999);
    const early = await listed({ EvaluateTaskAttributes: "bpo == 'a'" });
    const plain = await listed({});

    await clock.advance(1);

    expect(early).toEqual([]);
    expect(plain).toEqual(['a1']);
    expect(await listed({ EvaluateTaskAttributes: "bpo == 'a'" })).toEqual(['a1']);
  });

  it('finds a task by its old attributes until the lag is over', async () => {
    const { clock, create, listed, post, path } = setUp(5000);
    const sid = await create('a1');
    await clock.advance(60_000);
    await post(`${path}/Tasks/${sid}`, { Attributes: '{"name":"z9","bpo":"z"}' });
    await clock.advance(4999);
    const early = await listed({ EvaluateTaskAttributes: "bpo == 'a'" });

    await clock.advance(1);

    expect(early).toEqual(['a1']);
    expect(await listed({ EvaluateTaskAttributes: "bpo == 'z'" })).toEqual(['z9']);
  });
});
