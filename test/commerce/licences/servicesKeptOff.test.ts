import assert from 'node:assert/strict';
import { namesInFamilies, serviceFamily } from '../../../commerce/licences/serviceFamilies.ts';
import { servicesKeptOff } from '../../../commerce/licences/servicesKeptOff.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const skuOf = {
  business: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
  premium: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
  e1: '18181a46-0d4e-45cd-891e-60aabd171b4e',
  e3: '6fd2c87f-b296-42f0-b197-1e91e994b900',
  e5: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
} as const;

function keptOff(source: keyof typeof skuOf, target: keyof typeof skuOf, names: string[]) {
  const [from, to] = [catalog.plan(skuOf[source]), catalog.plan(skuOf[target])];
  const ids = names.map((name) => from.servicePlans.find((plan) => plan.name === name)!.id);
  return servicesKeptOff(ids, { source: from.servicePlans, target: to.servicePlans });
}

describe('Services that were turned off', () => {
  it('stay off under the same id', () => {
    const { keptOff: off, unmapped } = keptOff('e3', 'e5', ['SHAREPOINTENTERPRISE', 'TEAMS1']);
    assert.deepEqual(off.toSorted(), ['SHAREPOINTENTERPRISE', 'TEAMS1']);
    assert.deepEqual(unmapped, []);
  });

  const families: [source: keyof typeof skuOf, target: keyof typeof skuOf, string, string][] = [
    ['business', 'e3', 'EXCHANGE_S_STANDARD', 'EXCHANGE_S_ENTERPRISE'],
    ['business', 'e3', 'SHAREPOINTSTANDARD', 'SHAREPOINTENTERPRISE'],
    ['business', 'e3', 'OFFICE_BUSINESS', 'OFFICESUBSCRIPTION'],
    ['e1', 'e5', 'FORMS_PLAN_E1', 'FORMS_PLAN_E5'],
    ['e1', 'premium', 'STREAM_O365_E1', 'STREAM_O365_E1'],
  ];
  for (const [source, target, name, other] of families) {
    it(`stay off in the edition of the target: ${name} of ${source} in ${target}`, () => {
      const { keptOff: off, unmapped } = keptOff(source, target, [name]);
      assert.deepEqual([off, unmapped], [[other], []]);
    });
  }

  it('are named where the target has nothing like them', () => {
    const source = [{ id: 'a', name: 'KAIZALA_O365_P3' }];
    const target = [{ id: 'b', name: 'TEAMS1' }];
    assert.deepEqual(servicesKeptOff(['A'], { source, target }), {
      disabledPlans: [],
      keptOff: [],
      unmapped: ['KAIZALA_O365_P3'],
    });
  });

  it('turn nothing off of which the user had another edition on', () => {
    const source = [
      { id: 'p1', name: 'ATP_ENTERPRISE' },
      { id: 'p2', name: 'THREAT_INTELLIGENCE' },
    ];
    const target = [source[0]!];
    const { disabledPlans, unmapped } = servicesKeptOff(['p2'], { source, target });
    assert.deepEqual([disabledPlans, unmapped], [[], ['THREAT_INTELLIGENCE']]);
  });

  it('turn nothing off that the product of this tenant does not have', () => {
    const source = [{ id: 'a', name: 'SHAREPOINTSTANDARD' }];
    assert.deepEqual(servicesKeptOff(['a'], { source, target: [] }).disabledPlans, []);
  });

  it('are named by their id where nobody knows what they are', () => {
    assert.deepEqual(servicesKeptOff(['x'], { source: [], target: [] }).unmapped, ['x']);
  });
});

describe('The families of services', () => {
  const known = new Set(
    catalog.plans.flatMap(({ servicePlans }) => servicePlans.map(({ name }) => name.toUpperCase())),
  );

  it('are made of services that are sold, in one segment at least', () => {
    const segments = ['', '_GOV', '_GCC', '_GCCHIGH', '_EDU'];
    const strange = namesInFamilies.filter((name) =>
      segments.every((segment) => !known.has(name + segment)),
    );
    assert.deepEqual(strange, []);
  });

  it('have each service once', () => {
    assert.equal(new Set(namesInFamilies).size, namesInFamilies.length);
  });

  it('hold the editions for governments and schools as well', () => {
    assert.equal(serviceFamily('EXCHANGE_S_ENTERPRISE_GOV'), serviceFamily('EXCHANGE_S_STANDARD'));
    assert.equal(serviceFamily('SHAREPOINTWAC_EDU'), serviceFamily('SHAREPOINTWAC'));
    assert.equal(serviceFamily('A_SERVICE_OF_TOMORROW'), undefined);
  });
});
