// The process of a fleet: hands out hosts to workers. It is not that of the command, since some of what modules can do ends
// a process with all its threads.
import type { FleetEnd, FleetMessage, FleetStart, HostTask } from "./job.ts";
import { HostPool } from "./host-pool.ts";

const send = (message: FleetMessage): void => void process.send?.(message);

// The command is gone, and nobody waits for an answer. Threads end with the process.
process.once("disconnect", () => process.exit());

process.once("message", (start: FleetStart) => {
  const pool = new HostPool(start);
  process.on("message", (order: HostTask | FleetEnd) => {
    if ("isEnd" in order) process.exit();
    else void pool.run(order).then(send);
  });
  send({ kind: "started" });
});
