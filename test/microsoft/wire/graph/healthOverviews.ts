/** Incidents of a simulated tenant as Graph tells them. */
import type { ServiceHealth } from '@microsoft/microsoft-graph-types';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';

/** With an advisory, and an incident that is over. */
export async function healthOverviews(
  sandbox: Sandbox,
  tenantId: string,
): Promise<ServiceHealth[]> {
  const incidents = await sandbox.serviceIncidents(tenantId);
  const services = new Set(['SharePoint Online', ...incidents.map(({ service }) => service)]);
  return [...services].map((service) => {
    const issue = { service, title: 'T', impactDescription: 'I' };
    const open = incidents.filter((one) => one.service === service);
    return {
      id: service.replaceAll(' ', ''),
      service,
      status: open.length > 0 ? 'serviceDegradation' : 'serviceOperational',
      issues: [
        ...open.map(({ id }) => ({
          ...issue,
          id,
          classification: 'incident' as const,
          status: 'serviceDegradation' as const,
          isResolved: false,
        })),
        {
          ...issue,
          id: 'XX1',
          classification: 'advisory',
          status: 'serviceDegradation',
          isResolved: false,
        },
        {
          ...issue,
          id: 'XX2',
          classification: 'incident',
          status: 'serviceRestored',
          isResolved: true,
        },
      ],
    };
  });
}
