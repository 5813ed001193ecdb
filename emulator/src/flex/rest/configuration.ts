import { isoDate } from '../../kernel/paging';
import { findCentre } from '../centre';
import type { FlexContext } from '../flexContext';

/** The callers' number that outbound calls would show; from the range kept for fiction. */
const CALLER_ID = '+15550100000';
const RUNTIME_DOMAIN = 'https://local-flex-0000-dev.twil.io';

/**
 * The account's Flex configuration (`GET /v1/Configuration`). Notifications of the browser are off: a headless browser
 * denies them, and the bar in which Flex then asks for them covers the task's buttons.
 */
export function showConfiguration(context: FlexContext): Readonly<Record<string, unknown>> {
  const { accountSid, engine, settings, sids, uiVersion } = context;
  const { uiAttributes } = settings.current();
  const centre = findCentre(engine, settings.current());
  return {
    account_sid: accountSid,
    date_created: isoDate(0),
    date_updated: isoDate(0),
    attributes: {},
    status: 'ok',
    taskrouter_workspace_sid: centre.workspaceSid,
    taskrouter_target_workflow_sid: centre.workflowSid,
    taskrouter_target_taskqueue_sid: centre.queueSid,
    taskrouter_taskqueues: centre.queueSids.map((sid) => ({ sid, targettable: true })),
    taskrouter_skills: [],
    taskrouter_worker_channels: {},
    taskrouter_worker_attributes: {},
    taskrouter_offline_activity_sid: centre.offlineActivitySid,
    runtime_domain: RUNTIME_DOMAIN,
    messaging_service_instance_sid: null,
    chat_service_instance_sid: sids.chatServiceSid,
    flex_service_instance_sid: sids.flexServiceSid,
    flex_instance_sid: sids.instanceSid,
    ui_language: 'en',
    ui_attributes: { version_compatibility: 'yes', version_message: '', ...uiAttributes },
    ui_dependencies: { react: '17.0.2', 'react-dom': '17.0.2' },
    ui_version: uiVersion,
    service_version: '1.0',
    call_recording_enabled: false,
    call_recording_webhook_url: null,
    crm_enabled: false,
    crm_type: null,
    crm_callback_url: null,
    crm_fallback_url: null,
    crm_attributes: null,
    public_attributes: {},
    plugin_service_enabled: true,
    plugin_service_attributes: {},
    integrations: [],
    outbound_call_flows: {
      default: {
        // Nobody would dial the customer: Flex then doesn't offer to call anybody.
        enabled: false,
        caller_id: CALLER_ID,
        queue_sid: centre.queueSid,
        workflow_sid: centre.workflowSid,
        location: '',
      },
    },
    serverless_service_sids: [],
    queue_stats_configuration: null,
    notifications: { enabled: false, mode: 'whenNotInFocus' },
    markdown: { enabled: true, mode: 'readOnly' },
    url: 'https://flex-api.twilio.com/v1/Configuration',
    flex_insights_hr: null,
    flex_insights_drilldown: false,
    flex_url: 'https://flex.twilio.com',
    channel_configs: [],
    debugger_integration: { enabled: false },
    flex_ui_status_report: { enabled: false },
    // Flex UI reads .enabled of whatever object stands here: one without it breaks every task.
    agent_conv_end_methods: { enabled: [] },
    citrix_voice_vdi: null,
    offline_config: null,
  };
}

/** What is told of the configuration before anybody has signed in: a list of one (flex-sdk's `getPublicConfig`). */
export const showPublicConfiguration = ({ accountSid, sids }: FlexContext): unknown => ({
  configurations: [
    {
      account_sid: accountSid,
      flex_instance_sid: sids.instanceSid,
      runtime_domain: RUNTIME_DOMAIN,
      public_attributes: {},
    },
  ],
});
