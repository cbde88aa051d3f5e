import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells. One registry per server, so that two in one process do not mix. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'milepost_http_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    }),
    operations: new Counter({
      name: 'milepost_graphql_operations_total',
      help: 'GraphQL operations, by name of the trusted document and outcome',
      labelNames: ['operation', 'outcome'],
      registers: [registry],
    }),
    sockets: new Gauge({ name: 'milepost_sockets', help: 'Open WebSockets', registers: [registry] }),
    horizonAge: new Gauge({
      name: 'milepost_event_horizon_seconds',
      help: 'Age of the oldest running transaction, below which events are read',
      registers: [registry],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
