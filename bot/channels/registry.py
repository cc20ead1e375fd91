"""Which sender serves which channel: the vendor's where it is configured, else the simulator's."""

from __future__ import annotations

from bot.channels.base import Sender
from bot.channels.simulator import SimulatorSender
from bot.channels.twilio_send import TwilioSender
from bot.channels.wechat_api import WeChatApi
from bot.channels.wechat_send import WeChatSender
from bot.channels.wechat_token_stores import RedisTokenStore, TableTokenStore
from bot.channels.wechat_tokens import AccessTokens, TokenStore
from bot.core.address import SMS, WECHAT
from bot.wiring import App


def senders(app: App) -> dict[str, Sender]:
    """One sender a channel."""
    return {SMS: _sms(app), WECHAT: _wechat(app)}


def _sms(app: App) -> Sender:
    return TwilioSender(app.settings) if app.settings.twilio.configured else SimulatorSender(SMS)


def _wechat(app: App) -> Sender:
    wechat = app.settings.wechat
    if not wechat.configured:
        return SimulatorSender(WECHAT)
    api = WeChatApi(wechat.api_base)
    return WeChatSender(api, AccessTokens(wechat, api, _token_store(app)))


def _token_store(app: App) -> TokenStore:
    name = f"wechat:{app.settings.wechat.app_id}"
    return RedisTokenStore(app.redis, name) if app.redis else TableTokenStore(app.ctx, name)
