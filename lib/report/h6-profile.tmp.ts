import { buildReport } from '@/lib/report/build-report'
import { readDemo, demoInputs } from '@/lib/report/demo-inputs'
const t0=performance.now()
const demo = await readDemo()
console.log('demo', performance.now()-t0)
const inputs = demoInputs(demo, '2024-08-30')
const times:number[]=[]
for (let i=0;i<Number(process.argv[2] ?? 30);i++){ const c0=process.cpuUsage(); const t=performance.now(); buildReport({...inputs, locale: i%2?'zh':'en'}); const c=process.cpuUsage(c0); times.push(performance.now()-t); if(i<3)console.log(i,(performance.now()-t).toFixed(1),'cpu',(c.user+c.system)/1000) }
times.sort((a,b)=>a-b)
console.log('min',times[0],'median',times[times.length>>1])
